namespace TypedExplain.Reports.Tests.Browser;

/// <summary>Tests that share one browser.</summary>
[CollectionDefinition(nameof(BrowserCollection))]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;
