// Writes the Parquet files of the tests with DuckDB, and what is in them as JSON lines: the independent source.
//
//     npm install @duckdb/node-api@1.5.6-r.1 && node tables.mjs
import { DuckDBInstance } from '@duckdb/node-api';

const db = await (await DuckDBInstance.create(':memory:')).connect();
await db.run(`
  CREATE TABLE t AS SELECT
    (i * 37 % 101) / 7.0::DOUBLE AS width,
    CASE WHEN i % 7 = 3 THEN NULL ELSE (i * 13 % 50)::INTEGER END AS age,
    (i * 1000003)::BIGINT AS big,
    (i % 5)::UTINYINT AS small,
    (4294967295 - i)::UINTEGER AS wide,
    (i / 4.0)::FLOAT AS single,
    (i / 8.0)::DECIMAL(9, 3) AS price,
    i % 3 = 0 AS yes,
    CASE WHEN i % 11 = 5 THEN NULL ELSE ['Ångström', 'naïve', '日本'][1 + i % 3] END AS name,
    ['setosa', 'virginica'][1 + i % 2] AS kind
  FROM range(300) r(i)`);
await db.run(`COPY t TO 'snappy.parquet' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 128)`);
await db.run(`COPY t TO 'zstd.parquet' (FORMAT parquet, COMPRESSION zstd)`);
await db.run(`COPY t TO 'gzip.parquet' (FORMAT parquet, COMPRESSION gzip)`);
await db.run(`COPY t TO 'table.json' (FORMAT json)`);
await db.run(`COPY (SELECT i AS x, DATE '2024-01-01' + i::INTEGER AS day, TIMESTAMP '2024-01-01 10:00:00' AS at,
    [i, i + 1] AS list, {'a': i, 'b': i * 2} AS pair, i::VARCHAR::BLOB AS bytes, 1.5::FLOAT / i AS ratio
  FROM range(4) r(i)) TO 'odd.parquet' (FORMAT parquet, COMPRESSION uncompressed)`);
await db.run(`COPY (SELECT i AS x, i % 3 AS y FROM range(5000) r(i)) TO 'groups.parquet'
  (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`);
await db.run(`COPY (SELECT * FROM t WHERE width > 13) TO 'plain.parquet' (FORMAT parquet, COMPRESSION uncompressed)`);
