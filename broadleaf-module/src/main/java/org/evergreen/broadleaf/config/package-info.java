/**
 * How the module comes into a Broadleaf shop: Spring Boot's auto-configuration for what the engine
 * needs, Broadleaf's own configuration files for what is merged into the framework.
 */
package org.evergreen.broadleaf.config;
