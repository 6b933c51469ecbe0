/** Who may sign in, shoppers' addresses, and the engine's customers port on them. */
package org.evergreen.demo.account;
