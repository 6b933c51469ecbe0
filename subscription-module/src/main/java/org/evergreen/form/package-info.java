/** What people type into forms: read strictly, refused with a message per field. */
package org.evergreen.form;
