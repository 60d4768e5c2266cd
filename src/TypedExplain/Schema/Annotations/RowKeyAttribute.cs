namespace TypedExplain;

/// <summary>
/// Says that a member with <see cref="NotAFeatureAttribute"/> is what a row is known by, such as a customer's number: CSV files
/// are read and written with it. A <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="Guid"/> or
/// <see cref="DateOnly"/>; one member per record. It has no attribution, and a record built from a row has its default.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RowKeyAttribute : Attribute;
