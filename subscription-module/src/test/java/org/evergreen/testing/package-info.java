/** What tests of the engine and of hosts share: a database, a clock, a host of fakes, contracts. */
package org.evergreen.testing;
