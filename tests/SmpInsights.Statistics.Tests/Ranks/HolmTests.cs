using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Statistics.Tests.Ranks;

public class HolmTests
{
    [Fact]
    public void Four_values_by_hand()
    {
        // In order 4·0.005 = 0.02, 3·0.01 = 0.03, 2·0.03 = 0.06, 1·0.04 = 0.04 but not below 0.06
        double?[] adjusted = Holm.Adjust([0.01, 0.04, 0.03, 0.005]);
        double[] expected = [0.03, 0.06, 0.06, 0.02];
        for (int i = 0; i < 4; i++)
            Near.Equal(expected[i], adjusted[i]);
    }

    // p.adjust(c(.02, NA, .5, .01), "holm")
    [Fact]
    public void A_test_that_could_not_be_made_does_not_count()
    {
        double?[] adjusted = Holm.Adjust([0.02, null, 0.5, 0.01]);
        Near.Equal(0.04, adjusted[0]);
        Assert.Null(adjusted[1]);
        Near.Equal(0.5, adjusted[2]);
        Near.Equal(0.03, adjusted[3]);
    }

    [Fact]
    public void One_value_stays_and_none_is_above_1()
    {
        Assert.Equal([0.2], Holm.Adjust([0.2]));
        Assert.Equal([1, 1, 0], Holm.Adjust([0.6, 0.9, 0]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void Nonsense_is_refused() => Assert.Throws<ArgumentException>(() => Holm.Adjust([0.5, 1.1]));

    [Fact]
    public void Adjusted_values_are_no_smaller_keep_their_order_and_forget_that_of_the_tests() => Properties.Hold((byte[] bytes) =>
    {
        double?[] p = [.. bytes.Select(b => (double?)(b / 255.0))];
        double?[] adjusted = Holm.Adjust(p);
        double?[] reversed = Holm.Adjust([.. p.Reverse()]);
        return p.Zip(adjusted).All(x => x.Second >= x.First && x.Second <= 1)
            && p.Zip(adjusted).OrderBy(x => x.First).Select(x => x.Second).SequenceEqual(adjusted.Order())
            && reversed.Reverse().SequenceEqual(adjusted);
    });
}
