using System.Data;

namespace TypedExplain.Batch.Queries;

/// <summary>A value that a query is given.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value, as ADO.NET takes it.</param>
/// <param name="Text">The value as text, the same on every machine.</param>
internal sealed record QueryParameter(string Name, DbType Type, object Value, string Text);
