package org.evergreen.demo.start;

/** A database address that may be shown. */
final class JdbcAddress {

  private JdbcAddress() {}

  /** The address without its parameters and without a user or password before the host. */
  static String withoutSecrets(String url) {
    int parameters = url.indexOf('?');
    String address = parameters < 0 ? url : url.substring(0, parameters);
    return address.replaceFirst("//[^/@]*@", "//");
  }
}
