using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>What generated schemas say of decisions is what the annotations do.</summary>
public class DecisionLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ActionsAreTheTwins(Animal animal) => animal.Obeys(new SameActions());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ReasonsAreTheTwins(Animal animal) => animal.Obeys(new SameReasons());

    [Fact]
    public void TheZooHasThemAll()
    {
        FeatureSchema<Applying> schema = FeatureSchema.Of<Applying>();

        Assert.Contains(schema.Features, feature => feature.MostSteps is not null);
        Assert.Contains(schema.Features, feature => feature.MovesWith.Length > 1);
        Assert.Contains(schema.Features, feature => feature.Within is not null);
        Assert.Contains(schema.Features, feature => feature.NoReason is not null);
        Assert.Equal(Enum.GetValues<Adverse>(), schema.Features.SelectMany(feature => feature.Reasons).Select(reason => reason.When).Append(Adverse.False).Distinct().Order());
        Assert.Contains(schema.Features, feature => feature.Reasons.Any(reason => reason.Categories.Length > 1));
    }

    private sealed class SameActions : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            FeatureSchema<T> schema = T.Schema;
            foreach ((Feature<T> feature, TwinDecisions twin) in schema.Features.Zip(new Twin<T>().Features.Select(feature => feature.Decisions)))
            {
                Assert.Equal((twin.Step, twin.MostSteps, twin.Cost, twin.Constraints), (feature.Step, feature.MostSteps, feature.Cost, feature.Constraints));
                Assert.Equal(twin.MovesWith, feature.MovesWith.Select(link => (schema.Features[link.Source].Name, link.Factor)));
                Assert.Equal(twin.Within, feature.Within is { } other ? schema.Features[other].Name : null);
            }
        }
    }

    private sealed class SameReasons : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            FeatureSchema<T> schema = T.Schema;
            List<TwinFeature> twins = new Twin<T>().Features;
            foreach ((Feature<T> feature, TwinFeature twin) in schema.Features.Zip(twins))
            {
                Assert.Equal(twin.Decisions.NoReason, feature.NoReason);
                Assert.Equal(twin.Decisions.Reasons.Select(reason => (reason.Code, reason.When)), feature.Reasons.Select(reason => (reason.Code, reason.When)));
                foreach ((ReasonAttribute stated, FeatureReason reason) in twin.Decisions.Reasons.Zip(feature.Reasons))
                    Assert.Equal(twin.Categories.Select(category => category.Name).Where(stated.For.Contains), reason.Categories.Select(category => feature.Categories[category]));
            }

            ReasonAttribute[] all = [.. twins.SelectMany(twin => twin.Decisions.Stated).DistinctBy(reason => reason.Code)];
            Assert.Equal(all.Select(reason => reason.Code), schema.Reasons.Select(reason => reason.CodeText));
            Assert.Equal(Enumerable.Range(0, all.Length), schema.Reasons.Select(reason => reason.Index));
            Assert.Equal(all.Select(reason => reason.Text ?? $"the text of {reason.Name}"), schema.Reasons.Select(reason => reason.Text));
        }
    }
}
