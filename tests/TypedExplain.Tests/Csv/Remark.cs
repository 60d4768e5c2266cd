namespace TypedExplain.Tests.Tables;

/// <summary>A text beside a number.</summary>
[FeatureRecord]
public sealed partial record Remark([Text] string Words, double Value);

/// <summary>A name with an accent.</summary>
[FeatureRecord]
public sealed partial record Tasted([Categories("Café", "Thé")] string Where);

/// <summary>A feature whose name has an accent.</summary>
[FeatureRecord]
public sealed partial record Sized(int Größe);
