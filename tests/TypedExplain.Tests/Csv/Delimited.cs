namespace TypedExplain.Tests.Tables;

/// <summary>Names that hold a delimiter, or blanks at an end.</summary>
[FeatureRecord]
public sealed partial record Delimited([Categories("a,b", "c;d", "e\tf", " g", "h ", "i")] string Name, bool Flag);
