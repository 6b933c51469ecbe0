/** What people type into the merchant's forms: read strictly, refused with a message per field. */
package org.evergreen.form;
