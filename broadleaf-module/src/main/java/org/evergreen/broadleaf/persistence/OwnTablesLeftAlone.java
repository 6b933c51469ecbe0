package org.evergreen.broadleaf.persistence;

import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.ContributableDatabaseObject;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.DelayedDropAction;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaCreator;
import org.hibernate.tool.schema.spi.SchemaDropper;
import org.hibernate.tool.schema.spi.SchemaMigrator;
import org.hibernate.tool.schema.spi.SchemaValidator;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;

/**
 * Broadleaf may let Hibernate create and drop its tables; Evergreen's belong to its migrations and
 * hold what must not be lost. (Hibernate's own filter for this is not asked on create and drop.)
 */
public class OwnTablesLeftAlone extends HibernateSchemaManagementTool {

  private static final long serialVersionUID = 1L;

  private static final String PREFIX = "evergreen_";

  @Override
  public SchemaCreator getSchemaCreator(Map<String, Object> options) {
    SchemaCreator creator = super.getSchemaCreator(options);
    return (metadata, execution, matcher, source, target) ->
        creator.doCreation(metadata, execution, foreign(matcher), source, target);
  }

  @Override
  public SchemaDropper getSchemaDropper(Map<String, Object> options) {
    SchemaDropper dropper = super.getSchemaDropper(options);
    return new SchemaDropper() {
      @Override
      public void doDrop(
          Metadata metadata,
          ExecutionOptions execution,
          ContributableMatcher matcher,
          SourceDescriptor source,
          TargetDescriptor target) {
        dropper.doDrop(metadata, execution, foreign(matcher), source, target);
      }

      @Override
      public DelayedDropAction buildDelayedAction(
          Metadata metadata,
          ExecutionOptions execution,
          ContributableMatcher matcher,
          SourceDescriptor source) {
        return dropper.buildDelayedAction(metadata, execution, foreign(matcher), source);
      }
    };
  }

  @Override
  public SchemaMigrator getSchemaMigrator(Map<String, Object> options) {
    SchemaMigrator migrator = super.getSchemaMigrator(options);
    return (metadata, execution, matcher, target) ->
        migrator.doMigration(metadata, execution, foreign(matcher), target);
  }

  @Override
  public SchemaValidator getSchemaValidator(Map<String, Object> options) {
    SchemaValidator validator = super.getSchemaValidator(options);
    return (metadata, execution, matcher) ->
        validator.doValidation(metadata, execution, foreign(matcher));
  }

  private static ContributableMatcher foreign(ContributableMatcher matcher) {
    return object -> matcher.matches(object) && !own(object);
  }

  private static boolean own(ContributableDatabaseObject object) {
    return name(object).toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  private static String name(ContributableDatabaseObject object) {
    if (object instanceof Table table) {
      return table.getName();
    }
    return object instanceof Sequence sequence
        ? sequence.getName().getSequenceName().getText()
        : "";
  }
}
