/** Who may see what, signing in and signing out. */
package org.evergreen.demo.security;
