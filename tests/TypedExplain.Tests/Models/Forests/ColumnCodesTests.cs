using TypedExplain.Models.Forests.Growing;

namespace TypedExplain.Tests.Models.Forests;

public class ColumnCodesTests
{
    [Fact]
    public void Numbers_become_their_ranks_and_equal_numbers_share_one()
    {
        ColumnCodes codes = new([3, -0.0, -1, 5, 3, 0.0, 2.5, 5], 2);
        Assert.Equal((4, 2), (codes.Rows, codes.Columns));
        Assert.Equal([2, 0, 2, 1], codes.Codes(0).ToArray());
        Assert.Equal([0, 1, 0, 1], codes.Codes(1).ToArray());
    }

    [Theory]
    [InlineData(1, 2, 1.5)]
    [InlineData(-3, 5, 1)]
    [InlineData(1, 1.0000000000000002, 1)]
    [InlineData(1.0000000000000002, 1.0000000000000004, 1.0000000000000002)]
    [InlineData(-1.0000000000000002, -1, -1.0000000000000002)]
    [InlineData(0, double.Epsilon, 0)]
    [InlineData(-double.Epsilon, 0, -double.Epsilon)]
    [InlineData(double.MaxValue / 2, double.MaxValue, double.MaxValue * 0.75)]
    [InlineData(-double.MaxValue, double.MaxValue, 0)]
    public void The_threshold_is_the_middle_and_parts_the_two(double lower, double upper, double threshold)
    {
        Assert.Equal(threshold, new ColumnCodes([upper, lower], 1).Threshold(0, 0, 1));
        Assert.True(lower <= threshold && threshold < upper);
    }
}
