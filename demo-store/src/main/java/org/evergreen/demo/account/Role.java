package org.evergreen.demo.account;

/** What an account may do. */
public enum Role {
  SHOPPER,
  MERCHANT
}
