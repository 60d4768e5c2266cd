namespace TypedExplain.Tests.Global;

/// <summary>Which end of the line of categories is its beginning.</summary>
public partial class LevelOrderTests
{
    /// <summary>The line of categories has no beginning by itself; the first category of the schema is put into the lower half, whatever the data.</summary>
    [Fact]
    public void The_first_category_lies_in_the_lower_half()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RandomStream stream = new(seed, "levels");
            Dataset<Place> data = new(Enumerable.Range(0, 60).Select(row => new Place(FeatureSchema.Of<Place>().Features[0].Categories[row % 5], stream.Uniform(row % 5) + (0.2 * stream.Uniform(100 + row)))));
            AccumulatedEffects<Place> effects = new AccumulatedLocalEffects<Place> { Background = data }.Of(Model.From<Place>(place => place.Size), FeatureSchema.Of<Place>().Features[0]);
            int at = effects.Points.Select(point => point.At.Label).ToList().IndexOf("a");

            Assert.True(at <= 2, $"The first category is at {at} of 5 with seed {seed}.");
        }
    }

    /// <summary>A category and a number that goes with it.</summary>
    [FeatureRecord]
    public sealed partial record Place([Categories("a", "b", "c", "d", "e")] string Name, [Numeric(0, 2)] double Size);
}
