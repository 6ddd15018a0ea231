namespace Indicators.Batch;

/// <summary>Works on several blocks at a time and hands out what became of them in their order; so many are in memory, and no more.</summary>
internal static class Pipeline
{
    /// <param name="threads">How many blocks are worked on at a time.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="files">What the blocks are of.</param>
    /// <param name="cancel">Stops between blocks, when none is being worked on any more.</param>
    /// <param name="work">What is done with a block, on any thread.</param>
    public static IEnumerable<T> Run<T>(int threads, BlockReader reader, IReadOnlyList<BatchFile> files, CancellationToken cancel, Func<Block, T> work)
    {
        // One thread does all; of several each has a block, and one more waits.
        var most = threads == 1 ? 0 : threads;
        var pending = new Queue<Task<(Block Block, T Result)>>();
        var free = new Stack<Block>();
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                var block = free.TryPop(out var used) ? used : new Block(files);
                if (!reader.Read(block))
                {
                    break;
                }

                pending.Enqueue(threads == 1 ? Task.FromResult((block, work(block))) : Task.Run(() => (block, work(block))));
                if (pending.Count > most)
                {
                    var (done, result) = pending.Dequeue().GetAwaiter().GetResult();
                    free.Push(done);
                    yield return result;
                }
            }

            while (pending.TryDequeue(out var last))
            {
                yield return last.GetAwaiter().GetResult().Result;
            }
        }
        finally
        {
            // Whatever stopped it, no block is left to a thread that works on.
            foreach (var task in pending)
            {
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            }
        }
    }
}
