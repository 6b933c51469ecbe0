package org.evergreen.site;

import org.evergreen.testing.FrameworkVersionsContract;

class SiteFrameworkVersionsTest extends FrameworkVersionsContract {}
