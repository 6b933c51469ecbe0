/** Auto-configuration of the engine and its `evergreen.*` properties. */
package org.evergreen.config;
