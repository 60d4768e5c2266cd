using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TypedExplain.Batch.Queries;

namespace TypedExplain.Batch;

/// <summary>A part of a table: a query with the values of its parameters, such as the bounds of a range of keys. It does not change.</summary>
public sealed class QueryShard
{
    private QueryShard(string name, string commandText, ImmutableArray<QueryParameter> parameters) => (Name, CommandText, Parameters) = (name, commandText, parameters);

    /// <summary>A query without parameters.</summary>
    /// <param name="name">What the shard is called in messages, manifests and results; no two of a source have the same.</param>
    /// <param name="commandText">The query. It must say by ORDER BY in which order its rows come, by columns that no two rows have the same values of.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or the query has no ORDER BY.</exception>
    public QueryShard(string name, string commandText)
        : this(name, commandText, [])
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(commandText);
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException("name is empty; it must name the shard.");
        if (!string.Join(' ', commandText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Contains("order by", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOptionException($"The query of the shard {name} has no ORDER BY. Without one a database may give the rows in another order each time; order them by a key.");
    }

    /// <summary>What the shard is called.</summary>
    public string Name { get; }

    /// <summary>The query.</summary>
    public string CommandText { get; }

    internal ImmutableArray<QueryParameter> Parameters { get; }

    /// <summary>The SHA-256 of the query and its parameters, each text behind its length.</summary>
    internal string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        Parameters.SelectMany(parameter => new[] { parameter.Name, parameter.Type.ToString(), parameter.Text }).Prepend(CommandText)
            .Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}"))))));

    /// <summary>The same query with a whole number.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, long value) => With(parameter, DbType.Int64, value, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same query with a text.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return With(parameter, DbType.String, value, value);
    }

    /// <summary>The same query with a decimal number.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, decimal value) => With(parameter, DbType.Decimal, value, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same query with a unique identifier.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, Guid value) => With(parameter, DbType.Guid, value, value.ToString("D", CultureInfo.InvariantCulture));

    /// <summary>The same query with a date and time.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, DateTime value) => With(parameter, DbType.DateTime2, value, value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The same query with a date.</summary>
    /// <param name="parameter">The name of the parameter, as the provider takes it, such as "@from".</param>
    /// <param name="value">Its value.</param>
    public QueryShard With(string parameter, DateOnly value) => With(parameter, DbType.Date, value, value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The name of the shard.</summary>
    public override string ToString() => Name;

    private QueryShard With(string parameter, DbType type, object value, string text)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (Parameters.Any(given => given.Name == parameter))
            throw new InvalidOptionException($"The shard {Name} has the parameter {parameter} already.");
        return new(Name, CommandText, Parameters.Add(new(parameter, type, value, text)));
    }
}
