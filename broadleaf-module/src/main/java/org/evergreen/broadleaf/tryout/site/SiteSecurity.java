package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import org.broadleafcommerce.common.security.BroadleafAuthenticationFailureHandler;
import org.broadleafcommerce.common.security.handler.SecurityFilter;
import org.broadleafcommerce.core.web.order.security.BroadleafAuthenticationSuccessHandler;
import org.evergreen.form.Typed;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.site.payment.PaymentFormPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Signing in with Broadleaf's customers, and Broadleaf's own protection of forms. */
@Configuration
@EnableWebSecurity
public class SiteSecurity {

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self';"
          + " base-uri 'self'; object-src 'none'";

  @Bean
  public AuthenticationFailureHandler blAuthenticationFailureHandler(
      @Qualifier("blAuthenticationFailureRedirectStrategy") RedirectStrategy redirects) {
    BroadleafAuthenticationFailureHandler handler =
        new BroadleafAuthenticationFailureHandler("/login?error=true");
    handler.setRedirectStrategy(redirects);
    return handler;
  }

  @Bean
  public AuthenticationSuccessHandler blAuthenticationSuccessHandler(
      @Qualifier("blAuthenticationSuccessRedirectStrategy") RedirectStrategy redirects) {
    BroadleafAuthenticationSuccessHandler handler = new BroadleafAuthenticationSuccessHandler();
    handler.setRedirectStrategy(redirects);
    handler.setDefaultTargetUrl("/");
    handler.setTargetUrlParameter("successUrl");
    return handler;
  }

  @Bean
  public SecurityFilter blCsrfFilter() {
    return new SecurityFilter();
  }

  /** The filter belongs into the chain below and nowhere else. */
  @Bean
  public FilterRegistrationBean<SecurityFilter> csrfFilterOnlyInChain(SecurityFilter blCsrfFilter) {
    FilterRegistrationBean<SecurityFilter> registration =
        new FilterRegistrationBean<>(blCsrfFilter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  public AuthenticationManager blAuthenticationManager(
      @Qualifier("blUserDetailsService") UserDetailsService customers,
      @Qualifier("blPasswordEncoder") PasswordEncoder passwords) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider();
    provider.setUserDetailsService(typed -> customers.loadUserByUsername(Typed.line(typed)));
    provider.setPasswordEncoder(passwords);
    return new ProviderManager(provider);
  }

  @Bean
  public SecurityFilterChain siteChain(
      HttpSecurity http,
      AuthenticationManager blAuthenticationManager,
      AuthenticationSuccessHandler blAuthenticationSuccessHandler,
      AuthenticationFailureHandler blAuthenticationFailureHandler,
      SecurityFilter blCsrfFilter,
      ObjectProvider<PaymentFormPolicy> paymentForms)
      throws Exception {
    return http.authenticationManager(blAuthenticationManager)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers.addHeaderWriter(
                    (request, response) ->
                        response.setHeader(
                            "Content-Security-Policy",
                            paymentForms
                                .getObject()
                                .onTopOf(CONTENT_POLICY, request, List.of("/checkout")))))
        // Broadleaf signs in after a registration and leaves saving it to this filter.
        .securityContext(context -> context.requireExplicitSave(false))
        .sessionManagement(
            session -> session.sessionFixation(fixation -> fixation.migrateSession()))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .loginProcessingUrl("/login_post.htm")
                    .successHandler(blAuthenticationSuccessHandler)
                    .failureHandler(blAuthenticationFailureHandler))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(ConfirmLinks.PATH)
                    .permitAll()
                    .requestMatchers("/account/**", "/checkout/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .logoutSuccessUrl("/")
                    .invalidateHttpSession(true)
                    .deleteCookies("ActiveId"))
        .addFilterBefore(blCsrfFilter, UsernamePasswordAuthenticationFilter.class)
        .build();
  }
}
