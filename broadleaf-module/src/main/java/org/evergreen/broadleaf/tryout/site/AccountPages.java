package org.evergreen.broadleaf.tryout.site;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafcommerce.profile.web.core.service.login.LoginService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
  String register() {
    return "tryout/register";
  }

  @PostMapping("/register")
  String register(
      @RequestParam(defaultValue = "") String firstName,
      @RequestParam(defaultValue = "") String lastName,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      Model page) {
    String wrong = wrong(firstName, lastName, email, password);
    if (!wrong.isEmpty()) {
      page.addAttribute("problem", wrong);
      page.addAttribute("firstName", firstName);
      page.addAttribute("lastName", lastName);
      page.addAttribute("email", email);
      return "tryout/register";
    }
    Customer customer = customers.createCustomerFromId(null);
    customer.setUsername(email);
    customer.setEmailAddress(email);
    customer.setFirstName(firstName);
    customer.setLastName(lastName);
    customers.registerCustomer(customer, password, password);
    logins.loginCustomer(email, password);
    return carts.current().isPresent() ? "redirect:/cart" : "redirect:/";
  }

  private String wrong(String firstName, String lastName, String email, String password) {
    if (firstName.isBlank() || lastName.isBlank()) {
      return "Please give your first and last name.";
    }
    if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || email.length() > 200) {
      return "Please give an e-mail address, for example ada@example.com.";
    }
    if (password.length() < 8 || password.length() > 72) {
      return "A password has 8 to 72 characters.";
    }
    return customers.readCustomerByUsername(email) == null
        ? ""
        : "There is an account with this e-mail address already. Please sign in.";
  }

  @GetMapping("/account/orders")
  String orders(Model page) {
    page.addAttribute("orders", carts.history());
    return "tryout/orders";
  }
}
