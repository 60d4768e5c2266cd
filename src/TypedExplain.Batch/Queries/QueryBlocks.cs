using System.Data.Common;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Queries;

/// <summary>The rows of a query.</summary>
internal sealed class QueryBlocks : ITableBlocks, IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly DbDataReader _rows;
    private bool _isThere;

    private QueryBlocks(DbConnection connection, DbCommand command, DbDataReader rows, bool isThere) => (_connection, _command, _rows, _isThere) = (connection, command, rows, isThere);

    /// <summary>The columns that are read, by their places in the query; set before the first row is read.</summary>
    public int[] Positions { get; set; } = [];

    /// <summary>The columns of the query.</summary>
    public TableColumn[] Columns => [.. Enumerable.Range(0, _rows.FieldCount).Select(Column)];

    /// <summary>Asks the query.</summary>
    /// <param name="connect">Makes a connection.</param>
    /// <param name="shard">The query.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async ValueTask<QueryBlocks> OpenAsync(Func<DbConnection> connect, QueryShard shard, CancellationToken cancellation)
    {
        DbConnection connection = connect();
        DbCommand? command = null;
        try
        {
            if (connection.State != System.Data.ConnectionState.Open)
                await connection.OpenAsync(cancellation).ConfigureAwait(false);
            command = connection.CreateCommand();
#pragma warning disable CA2100 // The query is the caller's own; values are parameters.
            command.CommandText = shard.CommandText;
#pragma warning restore CA2100
            foreach (QueryParameter parameter in shard.Parameters)
            {
                DbParameter given = command.CreateParameter();
                (given.ParameterName, given.DbType, given.Value) = (parameter.Name, parameter.Type, parameter.Value);
                command.Parameters.Add(given);
            }

            DbDataReader rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            return new(connection, command, rows, await rows.ReadAsync(cancellation).ConfigureAwait(false));
        }
        catch
        {
            if (command is not null)
                await command.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<int> NextAsync(CellColumn[] cells, int most, CancellationToken cancellation)
    {
        int row = 0;
        while (_isThere && row < most)
        {
            for (int i = 0; i < cells.Length; i++)
                QueryCells.Put(_rows, Positions[i], cells[i], row);
            row++;
            _isThere = await _rows.ReadAsync(cancellation).ConfigureAwait(false);
        }

        return row;
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync().ConfigureAwait(false);
        await _command.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A column. Where the first row has no value, a database that types each value may not know what the others are.</summary>
    private TableColumn Column(int i)
    {
        CellKind kind = QueryCells.Kind(_rows.GetFieldType(i));
        bool isUnknown = !_isThere || (kind is CellKind.Text or CellKind.Other && _rows.IsDBNull(i));
        return new(_rows.GetName(i), isUnknown ? CellKind.Empty : kind, _rows.GetDataTypeName(i));
    }
}
