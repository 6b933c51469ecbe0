package org.evergreen.payment;

import org.springframework.context.annotation.Configuration;

/** The beans of payment. */
@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {}
