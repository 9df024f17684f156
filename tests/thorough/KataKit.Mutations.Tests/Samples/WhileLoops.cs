// mutators: WhileToFor, ForToWhile, ExtractLoop, FlipComparisons, PlainToCompound
public static class Sample
{
    public static double[] Run() => [Skipping(9), Leaving(30), Golden(), Chain(4), Backwards(5), Collatz(27), Nested(4)];

    private static double Skipping(int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 0)
            {
                continue;
            }

            foreach (var part in new[] { 1, 2, 3 })
            {
                if (part == 2)
                {
                    continue;
                }

                sum = sum + part * i;
            }
        }

        int j = 0;
        while (j < n)
        {
            j++;
            if (j == 4)
            {
                continue;
            }

            sum = sum - 0.25 * j;
        }

        return sum;
    }

    private static double Leaving(int n)
    {
        var i = 0;
        while (i < n)
        {
            if (i * i > n)
            {
                break;
            }

            i += 1;
        }

        return i;
    }

    private static double Golden()
    {
        double a = 0, b = 4;
        var rounds = 0;
        while (b - a > 1e-6)
        {
            double third = (b - a) / 3;
            if (F(a + third) < F(b - third))
            {
                b = b - third;
            }
            else
            {
                a = a + third;
            }

            rounds++;
        }

        return Math.Round((a + b) / 2, 4) + rounds;
    }

    private static double F(double x) => (x - 1.25) * (x - 1.25);

    private static double Chain(int n)
    {
        Node? head = null;
        for (int i = 0; i < n; i++)
            head = new Node(i, head);
        Node? reversed = null;
        while (head != null)
        {
            var next = head.Next;
            head.Next = reversed;
            reversed = head;
            head = next;
        }

        double digits = 0;
        var at = reversed;
        while (at is not null)
        {
            digits = digits * 10 + at.Value;
            at = at.Next;
        }

        return digits;
    }

    private static double Backwards(int n)
    {
        double sum = 0;
        for (int i = n - 1, weight = 1; i >= 0; i--, weight *= 2)
        {
            sum += i * weight;
        }

        for (; n > 0;)
        {
            n--;
        }

        return sum + n;
    }

    private static double Collatz(long n)
    {
        int steps = 0;
        do
        {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            steps++;
        }
        while (n != 1);
        return steps;
    }

    private static double Nested(int n)
    {
        double sum = 0;
        int i = 0;
        while (i < n)
        {
            int j = i;
            while (j < n)
            {
                sum += i * j;
                j++;
            }

            i++;
        }

        return sum;
    }

    private sealed class Node(int value, Node? next)
    {
        public int Value { get; } = value;

        public Node? Next { get; set; } = next;
    }
}
