package org.evergreen.admintest;

import org.evergreen.testing.FrameworkVersionsContract;

class AdminFrameworkVersionsTest extends FrameworkVersionsContract {}
