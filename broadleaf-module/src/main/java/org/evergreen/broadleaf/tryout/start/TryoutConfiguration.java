package org.evergreen.broadleaf.tryout.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafcommerce.common.demo.AutoImportPersistenceUnit;
import org.broadleafcommerce.common.demo.AutoImportSql;
import org.broadleafcommerce.common.demo.AutoImportStage;
import org.broadleafcommerce.common.extensibility.context.merge.Merge;
import org.broadleafcommerce.common.web.filter.FilterOrdered;
import org.broadleafcommerce.common.web.filter.IgnorableOpenEntityManagerInViewFilter;
import org.evergreen.notice.MailTransport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.MapFactoryBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** What Broadleaf asks of every shop, for site and admin alike. */
@Configuration
public class TryoutConfiguration {

  @Bean
  public MapFactoryBean blMergedDataSources(DataSource database) {
    MapFactoryBean sources = new MapFactoryBean();
    sources.setSourceMap(
        Map.of("jdbc/web", database, "jdbc/webSecure", database, "jdbc/cmsStorage", database));
    return sources;
  }

  @Merge(targetRef = "blMergedPersistenceXmlLocations", early = true)
  public List<String> tryoutPersistenceXml() {
    return List.of("classpath*:/META-INF/persistence-evergreen-tryout.xml");
  }

  @Bean
  public FilterRegistrationBean<OpenEntityManagerInViewFilter> openEntityManagerInViewFilter() {
    FilterRegistrationBean<OpenEntityManagerInViewFilter> filter =
        new FilterRegistrationBean<>(new IgnorableOpenEntityManagerInViewFilter());
    filter.setName("openEntityManagerInViewFilter");
    filter.setOrder(FilterOrdered.PRE_SECURITY_HIGH);
    return filter;
  }

  @Bean
  public HttpSessionEventPublisher sessionEventPublisher() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  public TryoutClock tryoutClock(JdbcTemplate jdbc) {
    return new TryoutClock(jdbc);
  }

  @Bean
  public MailTransport tryoutMail(
      @Value("${evergreen.tryout.data-directory}") Path directory, TryoutClock clock) {
    return new MailFolder(directory.resolve("mail"), clock);
  }

  @Bean
  public AutoImportSql tryoutCatalog() {
    return new AutoImportSql(
        AutoImportPersistenceUnit.BL_PU,
        "sql/evergreen-tryout/demo.sql",
        AutoImportStage.PRIMARY_LATE);
  }
}
