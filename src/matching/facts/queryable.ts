/** Whatever runs a statement and gives its rows: TypeORM's manager, a connection of the driver. */
export interface Queryable {
  query<Rows extends readonly unknown[]>(sql: string, parameters?: unknown[]): Promise<Rows>;
}
