package org.evergreen.broadleaf.config;

import org.evergreen.broadleaf.admin.AdminFrameConfiguration;
import org.evergreen.broadleaf.web.FormConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What only Broadleaf's admin gets. Named by {@code blc-config/admin}. */
@Configuration
@Import({EvergreenInBroadleaf.class, FormConfiguration.class, AdminFrameConfiguration.class})
public class EvergreenInBroadleafAdmin {}
