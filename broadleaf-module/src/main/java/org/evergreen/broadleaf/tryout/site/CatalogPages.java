package org.evergreen.broadleaf.tryout.site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The products. */
@Controller
class CatalogPages {

  private final Shelf shelf;

  CatalogPages(Shelf shelf) {
    this.shelf = shelf;
  }

  @GetMapping("/")
  String home(Model page) {
    page.addAttribute("products", shelf.all());
    return "tryout/home";
  }

  @GetMapping("/products/{id}")
  String product(@PathVariable String id, Model page) {
    page.addAttribute(
        "product",
        shelf.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "tryout/product";
  }
}
