package org.evergreen.renewal;

import org.springframework.context.annotation.Configuration;

/** The beans of renewal. */
@Configuration(proxyBeanMethods = false)
public class RenewalConfiguration {}
