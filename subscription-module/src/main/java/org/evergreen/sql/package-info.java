/** Set-based statements over JDBC: whole columns as array parameters, and blocks of ids. */
package org.evergreen.sql;
