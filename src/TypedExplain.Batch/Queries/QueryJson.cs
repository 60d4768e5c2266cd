using System.Text.Json.Serialization;

namespace TypedExplain.Batch.Queries;

/// <summary>Writes lists of texts so that no two lists are written alike.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class QueryJson : JsonSerializerContext;
