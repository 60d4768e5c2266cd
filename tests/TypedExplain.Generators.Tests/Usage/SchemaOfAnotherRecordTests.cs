using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0216.</summary>
public class SchemaOfAnotherRecordTests
{
    [Theory]
    [InlineData("FeatureSchema.Of<Loan>().CheckJson([|FeatureSchema.Of<House>().ToJson()|]);", "FeatureSchema.Of<House>().ToJson()")]
    [InlineData("string stored = FeatureSchema.Of<House>().ToJson(); FeatureSchema.Of<Loan>().CheckJson([|stored|]);", "stored")]
    public void Another_schema(string failing, string place) => Finds(
        "TEX0216",
        failing,
        $"'{place}' is the schema of 'House', and it is compared with that of 'Loan', so the two always differ; compare it with the schema of its own record",
        "FeatureSchema.Of<Loan>().CheckJson(FeatureSchema.Of<Loan>().ToJson()); FeatureSchema.Of<Loan>().CheckJson(text.ReadToEnd()); Throws(() => FeatureSchema.Of<Loan>().CheckJson(FeatureSchema.Of<House>().ToJson())); void Throws(Action run) { }");
}
