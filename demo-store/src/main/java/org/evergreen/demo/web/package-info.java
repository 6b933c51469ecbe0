/** The shop's pages. */
package org.evergreen.demo.web;
