/**
 * The chaos test: real processes of the store are killed while they renew, over a gateway, a
 * network and a database that fail, and the books are compared afterwards. {@code
 * docs/18-chaos-test.md} tells how to run and read it.
 *
 * <p>Two halves share this package. In the process of the test: {@code ChaosLab}, {@code
 * ChaosRound}, {@code Books}. In the processes that are killed: {@code ChaosStore} and what it puts
 * around the store's beans.
 */
package org.evergreen.demo.chaos;
