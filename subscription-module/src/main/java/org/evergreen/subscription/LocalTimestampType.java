package org.evergreen.subscription;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.usertype.UserType;

/**
 * A local date and time exactly as it is. The built-in mapping passes through the server's time
 * zone and would shift local times that do not exist there.
 */
public class LocalTimestampType implements UserType<LocalDateTime> {

  @Override
  public int getSqlType() {
    return Types.TIMESTAMP;
  }

  @Override
  public Class<LocalDateTime> returnedClass() {
    return LocalDateTime.class;
  }

  @Override
  public boolean equals(LocalDateTime one, LocalDateTime other) {
    return Objects.equals(one, other);
  }

  @Override
  public int hashCode(LocalDateTime value) {
    return Objects.hashCode(value);
  }

  @Override
  public LocalDateTime nullSafeGet(
      ResultSet row, int position, SharedSessionContractImplementor session, Object owner)
      throws SQLException {
    return row.getObject(position, LocalDateTime.class);
  }

  @Override
  public void nullSafeSet(
      PreparedStatement statement,
      LocalDateTime value,
      int index,
      SharedSessionContractImplementor session)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.TIMESTAMP);
    } else {
      statement.setObject(index, value, Types.TIMESTAMP);
    }
  }

  @Override
  public LocalDateTime deepCopy(LocalDateTime value) {
    return value;
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public Serializable disassemble(LocalDateTime value) {
    return value;
  }

  @Override
  public LocalDateTime assemble(Serializable cached, Object owner) {
    return (LocalDateTime) cached;
  }
}
