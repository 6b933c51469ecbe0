package org.evergreen.broadleaf.tryout.admin;

import org.broadleafcommerce.openadmin.security.BroadleafAdminAuthenticationFailureHandler;
import org.broadleafcommerce.openadmin.security.BroadleafAdminAuthenticationSuccessHandler;
import org.broadleafcommerce.openadmin.web.filter.AdminSecurityFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Signing in with Broadleaf's admin users, and Broadleaf's own protection of forms. */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity(securedEnabled = true)
public class AdminSecurity {

  private static final String[] OPEN = {
    "/css/**",
    "/js/**",
    "/img/**",
    "/fonts/**",
    "/favicon.ico",
    "/robots.txt",
    "/login",
    "/forgotPassword",
    "/forgotUsername",
    "/resetPassword",
    "/sendResetPassword"
  };

  @Bean
  public AuthenticationFailureHandler blAdminAuthenticationFailureHandler() {
    return new BroadleafAdminAuthenticationFailureHandler("/login?login_error=true");
  }

  @Bean
  public AuthenticationSuccessHandler blAdminAuthenticationSuccessHandler() {
    BroadleafAdminAuthenticationSuccessHandler handler =
        new BroadleafAdminAuthenticationSuccessHandler();
    handler.setDefaultTargetUrl("/loginSuccess");
    return handler;
  }

  @Bean
  public AuthenticationManager blAdminAuthenticationManager(
      @Qualifier("blAdminAuthenticationProvider") AuthenticationProvider users) {
    return new ProviderManager(users);
  }

  /** The filter belongs into the chain below and nowhere else. */
  @Bean
  public FilterRegistrationBean<AdminSecurityFilter> adminCsrfFilterOnlyInChain(
      @Qualifier("blAdminCsrfFilter") AdminSecurityFilter filter) {
    FilterRegistrationBean<AdminSecurityFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  public SecurityFilterChain adminChain(
      HttpSecurity http,
      AuthenticationManager blAdminAuthenticationManager,
      AuthenticationSuccessHandler blAdminAuthenticationSuccessHandler,
      AuthenticationFailureHandler blAdminAuthenticationFailureHandler,
      @Qualifier("blAdminLogoutSuccessHandler") LogoutSuccessHandler signedOut,
      @Qualifier("blAdminCsrfFilter") AdminSecurityFilter csrf)
      throws Exception {
    return http.authenticationManager(blAdminAuthenticationManager)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
        .securityContext(context -> context.requireExplicitSave(false))
        .sessionManagement(
            session -> session.sessionFixation(fixation -> fixation.migrateSession()))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .loginProcessingUrl("/login_admin_post")
                    .successHandler(blAdminAuthenticationSuccessHandler)
                    .failureHandler(blAdminAuthenticationFailureHandler))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .logout(
            logout ->
                logout
                    .logoutUrl("/adminLogout.htm")
                    .invalidateHttpSession(true)
                    .deleteCookies("ActiveId")
                    .logoutSuccessHandler(signedOut))
        .addFilterBefore(csrf, UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new ContentPolicy(), AdminSecurityFilter.class)
        .build();
  }
}
