/** Brings the merchant's pages into a Spring Boot application. */
package org.evergreen.admin.config;
