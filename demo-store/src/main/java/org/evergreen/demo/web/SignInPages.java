package org.evergreen.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.evergreen.demo.account.Accounts;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.EmailTakenException;
import org.evergreen.demo.account.NewAccount;
import org.evergreen.demo.account.Role;
import org.evergreen.demo.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in and opening an account. */
@Controller
class SignInPages {

  private final Accounts accounts;
  private final SignIn signIn;

  SignInPages(Accounts accounts, SignIn signIn) {
    this.accounts = accounts;
    this.signIn = signIn;
  }

  @GetMapping("/login")
  String signIn() {
    return CurrentUser.get().isPresent() ? "redirect:/" : "shop/login";
  }

  @GetMapping("/register")
  String register(Model page) {
    if (CurrentUser.get().isPresent()) {
      return "redirect:/";
    }
    page.addAttribute("form", RegistrationForm.empty());
    page.addAttribute("problems", Map.of());
    return "shop/register";
  }

  @PostMapping("/register")
  String register(
      @ModelAttribute("form") RegistrationForm form,
      Model page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    Map<String, String> problems = new LinkedHashMap<>(form.problems());
    if (problems.isEmpty()) {
      try {
        accounts.open(
            new NewAccount(
                form.email(), form.password(), Role.SHOPPER, form.firstName(), form.lastName()));
        signIn.signIn(form.email(), form.password(), request, response);
        return null;
      } catch (EmailTakenException taken) {
        problems.put("email", taken.getMessage() + ".");
      }
    }
    page.addAttribute("problems", problems);
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return "shop/register";
  }
}
