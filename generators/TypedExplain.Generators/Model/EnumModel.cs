namespace TypedExplain.Generators.Model;

/// <summary>An enum whose values are categories.</summary>
/// <param name="FullName">The enum as code refers to it from anywhere.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Categories">One name per distinct value, in the order of declaration.</param>
/// <param name="Values">Those values; none where they merely count from 0.</param>
/// <param name="DisplayNames">What readers call the categories; none where that is their names.</param>
/// <param name="IsOrdinal">Whether the enum says that its members have an order.</param>
internal sealed record EnumModel(string FullName, string Name, EquatableArray<string> Categories, EquatableArray<long> Values, EquatableArray<string> DisplayNames, bool IsOrdinal);
