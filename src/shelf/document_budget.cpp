#include "shelf/document_budget.hpp"

#include <utility>

namespace tagwire::shelf {

std::shared_ptr<Document> DocumentBudget::count(Document document) {
    const std::size_t size = document.identity.capacity() + document.gzip.capacity() + sizeof(Document);
    *bytes_ += size;
    return {new Document(std::move(document)), [bytes = bytes_, size](const Document* counted) {
                *bytes -= size;
                delete counted;
            }};
}

void DocumentBudget::admit(const std::shared_ptr<Slot>& slot) {
    const std::lock_guard lock(mutex_);
    slots_.push_back(slot);
    // Two rounds reach every slot, even if all were asked for.
    for (std::size_t looks = 2 * slots_.size(); looks > 0 && *bytes_ > bytes_max_; --looks) {
        const std::weak_ptr<Slot> next = std::move(slots_.front());
        slots_.pop_front();
        const std::shared_ptr<Slot> candidate = next.lock();
        if (candidate && !candidate->give_up()) {
            slots_.push_back(next);
        }
    }
}

}  // namespace tagwire::shelf
