/** Whatever runs a statement and gives its rows: TypeORM's manager, a connection of the driver. */
export interface Queryable {
  query<Rows extends readonly unknown[]>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

/** The same, also giving each row as it comes: nobody keeps them all. */
export interface Streamable extends Queryable {
  stream<Row>(sql: string, take: (row: Row) => void): Promise<void>;
}
