package org.evergreen.demo.security;

import org.evergreen.demo.account.Role;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.site.payment.PaymentFormPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * One chain for shop and admin: form login, roles by path, CSRF protection, strict headers. Another
 * one for the endpoints that machines watch.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  /** Nothing but our own files: no inline script, no inline style, no other site. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'self'";

  @Bean
  SecurityFilterChain shopSecurity(
      HttpSecurity http, AfterSignIn afterSignIn, PaymentFormPolicy paymentForms) throws Exception {
    return http.authorizeHttpRequests(SecurityConfiguration::paths)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .usernameParameter("email")
                    .failureUrl("/login?refused")
                    .successHandler(afterSignIn))
        .logout(logout -> logout.logoutSuccessUrl("/?signed-out"))
        .exceptionHandling(denied -> denied.accessDeniedHandler(new StaleFormHandler()))
        .headers(
            headers ->
                headers(headers)
                    .addHeaderWriter(
                        ContentSecurityPolicies.of(CONTENT_SECURITY_POLICY, paymentForms)))
        .csrf(Customizer.withDefaults())
        .build();
  }

  /**
   * Health says up or down to anybody; figures are for the merchant, who may send name and password
   * with each request, as machines do.
   */
  @Bean
  @Order(1)
  SecurityFilterChain endpointSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher("/actuator", "/actuator/**")
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .hasRole(Role.MERCHANT.name()))
        .httpBasic(Customizer.withDefaults())
        .headers(
            headers ->
                headers(headers)
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
        .build();
  }

  private static void paths(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths) {
    paths
        .requestMatchers(ConfirmLinks.PATH)
        .permitAll()
        .requestMatchers("/admin", "/admin/**")
        .hasRole(Role.MERCHANT.name())
        .requestMatchers("/account", "/account/**", "/checkout", "/checkout/**")
        .hasRole(Role.SHOPPER.name())
        .requestMatchers("/orders", "/orders/**")
        .hasRole(Role.SHOPPER.name())
        .requestMatchers("/demo", "/demo/**")
        .authenticated()
        .anyRequest()
        .permitAll();
  }

  private static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers) {
    return headers
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  AuthenticationManager authenticationManager(AuthenticationConfiguration configuration)
      throws Exception {
    return configuration.getAuthenticationManager();
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }
}
