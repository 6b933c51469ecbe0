package org.evergreen.settings;

/** Where the rest of the engine asks for the merchant's settings. */
public interface Settings {

  /** The settings as they are now, on every node of the shop. */
  MerchantSettings current();
}
