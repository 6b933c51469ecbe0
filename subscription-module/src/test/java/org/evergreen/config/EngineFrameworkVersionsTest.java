package org.evergreen.config;

import org.evergreen.testing.FrameworkVersionsContract;

class EngineFrameworkVersionsTest extends FrameworkVersionsContract {}
