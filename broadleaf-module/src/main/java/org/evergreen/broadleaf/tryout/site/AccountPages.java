package org.evergreen.broadleaf.tryout.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafcommerce.profile.web.core.service.login.LoginService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, registering, and the orders of the one who did. */
@Controller
class AccountPages {

  private final CustomerService customers;
  private final LoginService logins;
  private final Carts carts;

  AccountPages(
      @Qualifier("blCustomerService") CustomerService customers,
      @Qualifier("blLoginService") LoginService logins,
      Carts carts) {
    this.customers = customers;
    this.logins = logins;
    this.carts = carts;
  }

  @GetMapping("/login")
  String signIn(@RequestParam(required = false) String error, Model page) {
    page.addAttribute("failed", error != null);
    return "tryout/login";
  }

  @GetMapping("/register")
  String register(Model page) {
    return registerPage(RegistrationForm.empty(), Map.of(), page);
  }

  private static String registerPage(RegistrationForm form, Map<String, String> wrong, Model page) {
    page.addAttribute("form", form);
    page.addAttribute("wrong", wrong);
    return "tryout/register";
  }

  @PostMapping("/register")
  String register(@ModelAttribute RegistrationForm form, Model page) {
    Map<String, String> problems = problems(form);
    if (!problems.isEmpty()) {
      return registerPage(form, problems, page);
    }
    Customer customer = customers.createCustomerFromId(null);
    customer.setUsername(form.email());
    customer.setEmailAddress(form.email());
    customer.setFirstName(form.firstName());
    customer.setLastName(form.lastName());
    customers.registerCustomer(customer, form.password(), form.password());
    logins.loginCustomer(form.email(), form.password());
    return carts.current().isPresent() ? "redirect:/cart" : "redirect:/";
  }

  private Map<String, String> problems(RegistrationForm form) {
    Map<String, String> problems = new LinkedHashMap<>(form.problems());
    if (problems.isEmpty() && customers.readCustomerByUsername(form.email()) != null) {
      problems.put(
          "email", "There is an account with this e-mail address already. Please sign in.");
    }
    return problems;
  }

  @GetMapping("/account/orders")
  String orders(Model page) {
    page.addAttribute("orders", carts.history());
    return "tryout/orders";
  }
}
